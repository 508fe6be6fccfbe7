-- AlterTable
ALTER TABLE "person" ADD COLUMN     "email" TEXT;
